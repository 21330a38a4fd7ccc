using NodaTime;

namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>A clock that stands still and only jumps forward.</summary>
internal sealed class VirtualClock(Instant start) : IClock
{
    public Instant Now { get; private set; } = start;

    public Instant GetCurrentInstant() => Now;

    public void JumpTo(Instant instant) => Now = Instant.Max(Now, instant);
}
