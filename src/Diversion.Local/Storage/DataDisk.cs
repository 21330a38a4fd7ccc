using Diversion.Casework.Operations;

namespace Diversion.Local.Storage;

/// <summary>The disk that the data folder is on.</summary>
internal sealed class DataDisk(string folder) : IDataDisk
{
    public DiskMeasures? Measure()
    {
        try
        {
            var drive = new DriveInfo(folder);
            return new DiskMeasures(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception silent) when (silent is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
