#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# repere-web as a user starts it: on an index of reports of ours, its first line, its exit codes.
#   program_test.sh BIN_DIR
set -u
bin=$1
tmp=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$tmp"' EXIT
failed=0
fail() { echo "ÉCHEC : $*"; failed=1; }
expect() { # expect CODE WORD COMMAND…: exit code, and one line on standard error that holds WORD
  code=$1 word=$2; shift 2
  "$@" >"$tmp/out" 2>"$tmp/err"; got=$?
  [ "$got" = "$code" ] || fail "code $got au lieu de $code : $*"
  [ "$(wc -l <"$tmp/err")" = 1 ] || fail "pas une ligne : $*"
  grep -q "$word" "$tmp/err" || fail "« $word » absent : $(cat "$tmp/err")"
}

expect 2 "repere-web" "$bin/repere-web"
expect 2 "adresse illisible" "$bin/repere-web" --index "$tmp" --listen 8080
expect 3 "index" "$bin/repere-web" --index "$tmp/none" --listen 127.0.0.1:0
echo "pas un index" >"$tmp/CURRENT"
expect 3 "index" "$bin/repere-web" --index "$tmp" --listen 127.0.0.1:0
rm "$tmp/CURRENT"

mkdir "$tmp/reports"
cat >"$tmp/reports/bilan.md" <<'REPORT'
# Bilan 2016 des services de l'État

## Jeunesse

En 2016, 1 240 jeunes ont effectué un service civique dans le département.

## Emploi

L'État a consacré 3,4 millions d'euros aux contrats aidés.
REPORT
"$bin/repere-index" build --index "$tmp/index" "$tmp/reports" >"$tmp/built" 2>&1 || fail "build : $(cat "$tmp/built")"

"$bin/repere-web" --index "$tmp/index" --listen 127.0.0.1:0 >"$tmp/address" 2>"$tmp/log" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s "$tmp/address" ] && break; sleep 0.2; done
base=$(head -1 "$tmp/address")
case $base in http://127.0.0.1:*) ;; *) fail "première ligne : $base" ;; esac

status() { curl -s -o "$tmp/body" -w '%{http_code}' "$base$1"; }
for route in / "/?q=service%20civique" /chiffres /chiffres.csv /aide /accessibilite /rapport/bilan /atom.xml \
  "/api/v1/search?q=emploi" "/api/v1/ask?q=Combien%20de%20jeunes" "/api/v1/figures" "/api/v1/suggest?q=ser" \
  /api/v1/facets /api/v1/documents /api/v1/documents/bilan "/api/v1/extract?text=12%20euros" \
  /openapi.json /opensearch.xml /healthz /metrics; do
  got=$(status "$route"); [ "$got" = 200 ] || fail "$route : $got $(head -c 300 "$tmp/body")"
done
[ "$(status /api/v1/rien)" = 404 ] || fail "mauvaise adresse"
grep -q '"status":404' "$tmp/body" || fail "sans problem details"
[ "$(status '/api/v1/search?limit=x')" = 400 ] || fail "mauvais paramètre"
status "/api/v1/search?q=civique" >/dev/null
[ "$(status '/?chez=60200')" = 303 ] || fail "un code postal ne mène à rien"
[ "$(status '/?chez=nulle%20part')" = 404 ] || fail "un lieu inconnu n'est pas dit"
status '/?chez=Sainte-Colombe' >/dev/null
grep -q 'Quelle commune' "$tmp/body" || fail "communes de même nom"
status "/api/v1/search?q=civique" >/dev/null
grep -q '1 240 jeunes' "$tmp/body" || fail "le passage n'est pas trouvé"
revision=$(sed 's/.*"revision":"\([^"]*\)".*/\1/' "$tmp/body")

# The API reads a text as the command does.
sed 's/^# .*//' "$tmp/reports/bilan.md" >"$tmp/sent.txt"
"$bin/repere-index" extract "$tmp/sent.txt" >"$tmp/lines"
curl -s --data-binary "@$tmp/sent.txt" "$base/api/v1/extract" >"$tmp/body"
python3 - "$tmp/lines" "$tmp/body" <<'PYTHON' || fail "extract : API et commande diffèrent"
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
sys.exit(0 if lines and lines == json.load(open(sys.argv[2]))["found"] else 1)
PYTHON

# A new build is followed without a restart.
echo 'La sous-préfecture a reçu 310 visiteurs au guichet.' >"$tmp/reports/guichet.txt"
"$bin/repere-index" build --index "$tmp/index" "$tmp/reports" >"$tmp/built" 2>&1 || fail "second build"
status "/api/v1/search?q=visiteurs" >/dev/null
grep -q '310 visiteurs' "$tmp/body" || fail "le nouvel index n'est pas servi"
grep -q "\"revision\":\"$revision\"" "$tmp/body" && fail "même révision"

expect 3 "déjà pris" "$bin/repere-web" --index "$tmp/index" --listen "${base#http://}"
[ -s "$tmp/log" ] && fail "journal non vide : $(cat "$tmp/log")"
kill "$server"; wait "$server"; code=$?; server=
[ "$code" = 0 ] || fail "arrêt : code $code"
exit $failed
