namespace Diversion.Journeys.Tests.Hosting;

/// <summary>The machine's time, which a test can put ahead.</summary>
internal sealed class MovableMachineTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
