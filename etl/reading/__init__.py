"""From the bytes of a received file to grids of raw text, whatever its name says it is."""
