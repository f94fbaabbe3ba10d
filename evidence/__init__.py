"""What is handed in: claims checked, packs, scores, extracts, figures kept."""
