# The lists of abbreviations and words become part of the library.
muwazi_embed(muwazi_segment kSegmentLists
  "${PROJECT_SOURCE_DIR}/data/segment/ar.txt" "${PROJECT_SOURCE_DIR}/data/segment/en.txt")
