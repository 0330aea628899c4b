# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion of variorum and variorum-window

_variorum_commands='compare window difftool extract align verify snapshot stories log history show restore label note blame search mv rm archive'
_variorum_archive_commands='check repair export import sync trash restore-trash empty-trash pack'

_variorum_values ()
{
  case $1 in
    --format | -f)
      case $2 in
        compare) echo 'text json words html pdf png svg markdown criticmarkup csv tei diff docx odt' ;;
        history) echo 'html pdf json' ;;
        extract) echo 'json text markdown' ;;
        *) echo 'text json' ;;
      esac
      ;;
    --as) echo 'text html docx odt epub pdf markdown' ;;
    --layout) echo 'sides inline' ;;
    --unit) [ "$2" = align ] && echo 'sentence paragraph' || echo 'word character' ;;
    --paragraphs) echo 'auto blank line wrapped' ;;
    --furniture) echo 'auto shown folded' ;;
    --color) echo 'auto always never' ;;
    --language) echo 'cs da de en es fi fr hu it ja ko nb nl pl pt ro ru sv th tr uk zh' ;;
    --encoding) echo 'utf-8 utf-16 windows-1250 windows-1251 windows-1252 iso-8859-1 shift_jis gb18030 big5 euc-kr' ;;
    *) return 1 ;;
  esac
}

_variorum_options ()
{
  case $1 in
    compare)
      echo '--format= --output= --force --context= --changes-only --critical --row= --layout= --explain --furniture= --hide-quiet
        --ignore-case --ignore-punctuation
        --strict --verbatim --unit= --paragraphs= --language= --encoding= --as= --overrides= --save= --archive= --color=
        --timeout= --width= --help'
      ;;
    window) echo '--wait --old-name= --new-name= --help' ;;
    difftool) echo '--old-name= --new-name= --help' ;;
    verify) echo '--old= --new= --archive= --format= --help' ;;
    extract)
      echo '--format= --output= --as= --encoding= --language= --url= --timeout= --original --chapter=
        --batch --help'
      ;;
    align) echo '--unit= --scores --help' ;;
    snapshot)
      echo '--story= --variant= --label= --published= --encoding= --language= --as= --timeout= --archive= --help'
      ;;
    stories | log | show | blame | search) echo '--format= --archive= --help' ;;
    history) echo '--format= --output= --force --from= --to= --archive= --help' ;;
    restore) echo '--output= --archive= --help' ;;
    label) echo '--remove --archive= --help' ;;
    note) echo '--message= --file= --at= --remove= --format= --archive= --help' ;;
    'archive export') echo '--replace --format= --archive= --help' ;;
    'archive import') echo '--story= --variant= --format= --archive= --help' ;;
    'archive sync') echo '--format= --with-erased --archive= --help' ;;
    mv | rm | archive | 'archive '*) echo '--format= --archive= --help' ;;
    help) ;;
    '') echo '--help --version' ;;
  esac
}

# The command among the words after the program's name; of the archive's, two words.
_variorum_command ()
{
  local word command='' commands="$_variorum_commands help"

  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ " $commands " == *" $word "* ]]; then
      command+=${command:+ }$word
      [ "$command" = archive ] || break
      commands=$_variorum_archive_commands
    fi
  done
  echo "$command"
}

_variorum ()
{
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command values

  COMPREPLY=()
  command=$(_variorum_command)

  # bash cuts --format=text into three words.
  if [ "$current" = '=' ]; then
    current=''
  elif [ "$previous" = '=' ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if values=$(_variorum_values "$previous" "$command"); then
    mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_variorum_options "$command")" -- "$current")
    if [[ ${COMPREPLY[0]-} == *= ]]; then
      compopt -o nospace 2>/dev/null
    fi
  else
    case $command in
      '') mapfile -t COMPREPLY < <(compgen -W "$_variorum_commands help" -- "$current") ;;
      help) mapfile -t COMPREPLY < <(compgen -W "$_variorum_commands" -- "$current") && return ;;
      archive) mapfile -t COMPREPLY < <(compgen -W "$_variorum_archive_commands" -- "$current") ;;
    esac
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
  fi
}

_variorum_window ()
{
  local current=${COMP_WORDS[COMP_CWORD]}

  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--wait --old-name= --new-name= --help --version' -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -o filenames -F _variorum variorum
complete -o filenames -F _variorum_window variorum-window
