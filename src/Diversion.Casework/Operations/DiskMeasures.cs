namespace Diversion.Casework.Operations;

/// <summary>The disk that the data is on, in bytes.</summary>
public sealed record DiskMeasures(long Free, long Total);
