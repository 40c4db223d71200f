"""Walls: pages that stand in front of what was asked for, and texts that were cut by one."""

from app.extract.walls.evidence import evidence_in
from app.extract.walls.judge import wall_of_answer, wall_of_page
from app.extract.walls.paywall import MOST_WORDS, may_be_cut, paywall_in
from app.extract.walls.signs import Kind

__all__ = ["MOST_WORDS", "Kind", "evidence_in", "may_be_cut", "paywall_in", "wall_of_answer", "wall_of_page"]
