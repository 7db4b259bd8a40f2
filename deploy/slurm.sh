#!/usr/bin/env bash
# Builds a dossier on a cluster: deploy/slurm.sh DOSSIER STORE [PARTS]
# An array of tasks analyses it, one composes it, an array renders its pages, one builds. Both folders are on a disk that
# every node has; the dossier has its packages installed (npm ci). A store may be a bucket, s3://bucket/folder, with the
# AWS_* variables set here. A task that fails is tried three times again. Prints all four jobs.
set -euo pipefail
dossier=$1 store=$2 parts=${3:-16}
retry='[ "${SLURM_RESTART_COUNT:-0}" -lt 3 ] && scontrol requeue "${SLURM_ARRAY_JOB_ID:-$SLURM_JOB_ID}${SLURM_ARRAY_TASK_ID:+_$SLURM_ARRAY_TASK_ID}"'
common=(--parsable --chdir="$dossier" --cpus-per-task=2 --requeue --time=04:00:00)
run() { sbatch "${common[@]}" --job-name="dossier-$1" "${@:2}" --wrap "npx dossier $1 --store '$store' || { $retry; exit 1; }"; }
analysis=$(run analyse --array="1-$parts" --mem=2G)
composition=$(run compose --dependency="afterok:$analysis" --mem=4G)
rendering=$(run render --array="1-$parts" --dependency="afterok:$composition" --mem=2G)
build=$(run build --dependency="afterok:$rendering" --mem=4G)
printf 'analysis: job %s\ncomposition: job %s\nrendering: job %s\nbuild: job %s\n' "$analysis" "$composition" "$rendering" "$build"
