"""The neural engine: Argos Translate's packages, decoded directly, with terms and numbers put right."""
