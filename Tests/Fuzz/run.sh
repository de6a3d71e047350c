#!/bin/sh
# Fuzzes the front end with libFuzzer: Tests/Fuzz/run.sh [seconds], seeds from the IDL corpus.
# Findings are left in .build/fuzz; a further argument is handed to libFuzzer.
set -e
cd "$(dirname "$0")/../.."
seconds=${1:-1800}
[ $# -gt 0 ] && shift
corpus=${BINDGEN_IDL_CORPUS:-../shared/idl-corpus}
out=.build/fuzz
mkdir -p "$out/found" "$out/seeds"
find "$corpus/webidl2" "$corpus/wpt" "$corpus/spec" "$corpus/cases" \( -name '*.webidl' -o -name '*.idl' \) -size -16k |
    while read -r file; do cp "$file" "$out/seeds/$(echo "$file" | tr '/' '_')"; done
options="-O -parse-as-library -swift-version 6 -package-name bindgen \
    -enable-upcoming-feature InternalImportsByDefault -enable-upcoming-feature MemberImportVisibility -sanitize=fuzzer -sanitize-coverage=edge,trace-cmp \
    -Xllvm -sanitizer-coverage-inline-8bit-counters -Xllvm -sanitizer-coverage-pc-table"
for module in BindgenIDL BindgenModel; do
    swiftc $options -wmo -I "$out" -module-name $module -emit-module -emit-module-path "$out/$module.swiftmodule" \
        -c -o "$out/$module.o" $(find Sources/$module -name '*.swift')
done
swiftc $options -wmo -I "$out" -module-name Fuzz -c -o "$out/Fuzz.o" Tests/Fuzz/FrontEndFuzzer.swift
# swiftc instruments with trace-pc-guard, which libFuzzer no longer takes; it reads the inline counters instead.
for object in "$out/BindgenIDL.o" "$out/BindgenModel.o" "$out/Fuzz.o"; do
    objcopy --redefine-sym __sanitizer_cov_trace_pc_guard=fuzz_guard \
        --redefine-sym __sanitizer_cov_trace_pc_guard_init=fuzz_guard_init "$object"
done
clang -O1 -c -o "$out/Guards.o" Tests/Fuzz/Guards.c
swiftc -sanitize=fuzzer -o "$out/fuzz" "$out/Fuzz.o" "$out/BindgenModel.o" "$out/BindgenIDL.o" "$out/Guards.o"
grep -o '^        case \.[a-zA-Z0-9]*: "[^"]*"' Sources/BindgenIDL/TokenKindSpelling.swift | sed 's/.*: /token=/' | sort -u |
    awk '{print "t" NR substr($0, 6)}' > "$out/words.dict"
# Parts the files of a set; see FrontEndFuzzer.swift.
echo 'separator="\x1e"' >> "$out/words.dict"
cd "$out"
exec ./fuzz -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 -dict=words.dict "$@" found seeds
