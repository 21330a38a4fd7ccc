namespace Diversion.Web.Tests.Hosting;

/// <summary>The machine's time, which can be moved forward.</summary>
internal sealed class MachineTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
