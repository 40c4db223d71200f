"""Work on other people's bytes, done in processes that can be ended. It knows nothing of what the work is."""

from app.isolation.pool import Subject, TaskPool
from app.isolation.process import TaskLimits
from app.isolation.zygote import Control

__all__ = ["Control", "Subject", "TaskLimits", "TaskPool"]
