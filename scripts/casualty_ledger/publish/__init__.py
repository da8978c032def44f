"""From frames to files: bytes are made here, and one module puts them on disk."""
