# Number words and names of months become part of the library.
muwazi_embed(muwazi_anchor kAnchorLists
  "${PROJECT_SOURCE_DIR}/data/anchor/numbers-ar.txt"
  "${PROJECT_SOURCE_DIR}/data/anchor/numbers-en.txt" "${PROJECT_SOURCE_DIR}/data/anchor/months.txt")
