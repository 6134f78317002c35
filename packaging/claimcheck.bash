# bash completion for claimcheck; the program itself says what may follow (`claimcheck __complete WORDS`)
_claimcheck() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} program=${COMP_WORDS[0]} word
  local -a commands=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == -* ]] || commands+=("$word")
  done
  COMPREPLY=()
  case $previous in
    -f | --format) word=$("$program" __complete --format 2>/dev/null) ;;
    --min-level) word="note warning error" ;;
    --fail-level) word="note warning error never" ;;
    --color) word="auto always never" ;;
    --select | --ignore | explain)
      word=$("$program" rules --no-config 2>/dev/null | sed -nE 's/^  ([a-z0-9-]+) .*/\1/p') ;;
    *) word=$("$program" __complete "${commands[@]}" 2>/dev/null | cut -f1)
      [[ $current == -* ]] || COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
  COMPREPLY+=($(compgen -W "$word" -- "$current"))
}
complete -o filenames -F _claimcheck claimcheck
