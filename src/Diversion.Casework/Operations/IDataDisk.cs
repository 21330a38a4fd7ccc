namespace Diversion.Casework.Operations;

/// <summary>Where the data lies on a disk of this machine.</summary>
public interface IDataDisk
{
    /// <returns>Null where there is no disk to look after, or it does not answer.</returns>
    DiskMeasures? Measure();
}
