"""Work on other people's bytes, done in processes that can be ended. It knows nothing of what the work is."""

from app.isolation.pool import Subject, TaskPool
from app.isolation.process import TaskLimits

__all__ = ["Subject", "TaskLimits", "TaskPool"]
