using System.Globalization;
using NodaTime;

namespace Diversion.Azurite.Tests.Hosts;

/// <summary>A clock that stands where a file says: one process moves it, others read it.</summary>
internal sealed class FileClock(string path) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(long.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture));

    public void MoveTo(Instant instant)
    {
        // Whole or not at all: it is read meanwhile.
        File.WriteAllText(path + ".new", instant.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture));
        File.Move(path + ".new", path, overwrite: true);
    }
}
