"""What a build holds, added up small enough to stay in memory: sums and counts a day, and people a month.

Figures of a window are made of these cells, so that asking for another window, community or category reads no row again. They are
equal to what the SQL of `indicators.sql` counts in the rows, which stays what a figure is defined by and what readers are shown.
"""
