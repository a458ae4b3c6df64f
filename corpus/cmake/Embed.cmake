# SPDX-License-Identifier: GPL-2.0-or-later
# repere_embed(target name file): the bytes of file become repere::corpus::embedded::name(), a
# std::string_view, so that no table has to be found at run time. The assembler includes the file:
# it costs no compile time, whatever its size. Declare the function in french/embedded.h.
function(repere_embed target name file)
  set(table ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [=[
#include "french/embedded.h"
__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    "repere_table_@name@:\n"
    ".incbin \"@table@\"\n"
    "repere_table_@name@_end:\n"
    ".byte 0\n"
    ".globl repere_table_@name@\n"
    ".globl repere_table_@name@_end\n"
    ".hidden repere_table_@name@\n"
    ".hidden repere_table_@name@_end\n"
    ".text\n");
extern "C" const char repere_table_@name@[];
extern "C" const char repere_table_@name@_end[];
namespace repere::corpus::embedded {
std::string_view @name@() {
  return {repere_table_@name@, static_cast<std::size_t>(repere_table_@name@_end - repere_table_@name@)};
}
}  // namespace repere::corpus::embedded
]=])
  set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES OBJECT_DEPENDS ${table})
  target_sources(${target} PRIVATE ${source})
endfunction()
