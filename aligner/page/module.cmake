# The phrases, date words and function words of data/page become part of the library.
muwazi_embed(muwazi_page kPageLists
  "${PROJECT_SOURCE_DIR}/data/page/arabic.txt"
  "${PROJECT_SOURCE_DIR}/data/page/english.txt"
  "${PROJECT_SOURCE_DIR}/data/page/dates.txt"
  "${PROJECT_SOURCE_DIR}/data/page/function_words.txt"
  "${PROJECT_SOURCE_DIR}/data/page/names.txt")
