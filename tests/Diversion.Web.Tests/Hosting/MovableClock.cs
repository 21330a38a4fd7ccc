using NodaTime;

namespace Diversion.Web.Tests.Hosting;

/// <summary>Stands still until it is moved.</summary>
internal sealed class MovableClock(Instant start) : IClock
{
    private long now = start.ToUnixTimeTicks();

    public Instant GetCurrentInstant() => Instant.FromUnixTimeTicks(Interlocked.Read(ref now));

    public void MoveTo(Instant instant) => Interlocked.Exchange(ref now, instant.ToUnixTimeTicks());
}
