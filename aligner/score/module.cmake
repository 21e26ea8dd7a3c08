muwazi_embed(muwazi_score kWeights "${PROJECT_SOURCE_DIR}/data/arabic-english.weights")
