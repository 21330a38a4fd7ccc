namespace Diversion.Casework.Operations;

/// <summary>The data lies in a service that has no end of its own.</summary>
public sealed class NoDataDisk : IDataDisk
{
    public DiskMeasures? Measure() => null;
}
