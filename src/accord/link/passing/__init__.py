"""Passing on: who is credited, by which outlets words came, who takes from whom."""
