using Diversion.Local.Programmes;
using NodaTime;

namespace Diversion.Local.Demo;

/// <summary>Who fills a new demo.</summary>
internal static class DemoParts
{
    /// <summary>Until the simulator is merged a demo starts without people.</summary>
    public static Task Fill(ProgrammeFolder folder, Instant now) => Task.CompletedTask;
}
