#!/usr/bin/env bash
# Analyses a dossier in an array of tasks, then builds it: deploy/slurm.sh DOSSIER STORE [PARTS]
# Both folders are on a disk that every node has; the dossier has its packages installed (npm ci). A store may be a bucket,
# s3://bucket/folder, with the AWS_* variables set here. A task that fails is tried three times again. Prints both jobs.
set -euo pipefail
dossier=$1 store=$2 parts=${3:-16}
retry='[ "${SLURM_RESTART_COUNT:-0}" -lt 3 ] && scontrol requeue "${SLURM_ARRAY_JOB_ID:-$SLURM_JOB_ID}${SLURM_ARRAY_TASK_ID:+_$SLURM_ARRAY_TASK_ID}"'
common=(--parsable --chdir="$dossier" --cpus-per-task=2 --requeue)
array=$(sbatch "${common[@]}" --job-name=dossier-analyse --array="1-$parts" --mem=2G --time=04:00:00 \
  --wrap "npx dossier analyse --store '$store' || { $retry; exit 1; }")
build=$(sbatch "${common[@]}" --job-name=dossier-build --dependency="afterok:$array" --mem=4G --time=04:00:00 \
  --wrap "npx dossier build --store '$store'")
printf 'analysis: job %s\nbuild: job %s\n' "$array" "$build"
