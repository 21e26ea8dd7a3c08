# Writes OUT, a C++ source that defines `muwazi::SYMBOL`, a table of (file name, content) of FILES.
set(body "")
foreach(file IN LISTS FILES)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${hex}")
  # One literal of many short lines: a compiler may refuse very long ones.
  string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)" "\"\\1\"\n" lines "${escaped}")
  get_filename_component(name "${file}" NAME)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(APPEND body "    {\"${name}\", {\n${lines}, ${size}}},\n")
endforeach()
file(WRITE "${OUT}.new" "#include \"text/embedded.h\"\nnamespace muwazi {\nextern const EmbeddedTexts ${SYMBOL};\nconst EmbeddedTexts ${SYMBOL} = {\n${body}};\n}  // namespace muwazi\n")
file(RENAME "${OUT}.new" "${OUT}")
