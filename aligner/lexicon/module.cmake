muwazi_embed(muwazi_lexicon kLexiconLists "${PROJECT_SOURCE_DIR}/data/lexicon/affixes.txt")
