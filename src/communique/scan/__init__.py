"""Archives: mentions and statements of more texts than one would read, as Parquet, with an index over months.

A corpus (`corpus`) is cut into partitions (`cutting`); a partition is read by a worker (`partition`: `items` and
`reading`) into tables (`tables`); what workers send back is kept, piece by piece (`keeping`), and added up (`merging`).
Who the workers are is told by `workers`: processes of this machine, or a Dask cluster. `run` leads through it.
"""
