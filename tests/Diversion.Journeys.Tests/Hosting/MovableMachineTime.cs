namespace Diversion.Journeys.Tests.Hosting;

/// <summary>The machine's time, which a test can move forward.</summary>
internal sealed class MovableMachineTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
