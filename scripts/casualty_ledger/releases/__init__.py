"""Frozen versions of the dataset: their differences, their publication and their proof."""
