#!/usr/bin/env bash
# Analyses a dossier in an array of tasks, then builds it: deploy/slurm.sh DOSSIER STORE [PARTS]
# Both folders are on a disk that every node has; the dossier has its packages installed (npm ci).
set -euo pipefail
dossier=$1 store=$2 parts=${3:-16}
common=(--parsable --chdir="$dossier" --cpus-per-task=2 --requeue)
array=$(sbatch "${common[@]}" --job-name=dossier-analyse --array="1-$parts" --mem=2G --time=04:00:00 \
  --wrap "npx dossier analyse --store '$store'")
sbatch "${common[@]}" --job-name=dossier-build --dependency="afterok:$array" --mem=4G --time=04:00:00 \
  --wrap "npx dossier build --store '$store'"
