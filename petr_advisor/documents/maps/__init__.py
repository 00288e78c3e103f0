"""A territory drawn as a map: its members on their ground, their neighbours, the départements; SVG or GeoJSON."""
