using Diversion.Casework.Programmes;
using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;

namespace Diversion.Functions.Tests.Lives;

/// <summary>A programme under the shipped checkpoint scheme, and its people.</summary>
internal static class Programmes
{
    public static readonly Actor Officer = new("o1", "Olu Officer", Role.PoliceOfficer, "north");
    public static readonly Actor Sergeant = new("s1", "Sam Sergeant", Role.Sergeant, "north");
    public static readonly Actor Worker = new("w1", "Wyn Worker", Role.KeyWorker, "east");
    public static readonly Actor Lead = new("l1", "Lee Lead", Role.ProgrammeLead);

    public static readonly StaffRef OfficerRef = new("o1", "Olu Officer", "north", "olu@example.org");
    public static readonly StaffRef WorkerRef = new("w1", "Wyn Worker", "east", "wyn@example.org");
    public static readonly StaffRef FacilitatorRef = new("f1", "Fay Facilitator", null, "fay@example.org");

    public static Rulebook Rulebook { get; } = Load();

    private static Rulebook Load()
    {
        var loaded = (SchemeLoad.Loaded)SchemeFiles.Load(Path.Combine(AppContext.BaseDirectory, "schemes"));
        return new Rulebook(loaded.Catalogue, loaded.Calendar, new Programme(
            "Checkpoint test",
            "checkpoint",
            [new StaffRef("l1", "Lee Lead", null, "lee@example.org"), new StaffRef("l2", "Ola Lead", null, "ola@example.org")],
            new Dictionary<string, StaffRef> { ["east"] = new("m1", "Mo Manager", "east", "mo@example.org") },
            new Uri("http://127.0.0.1:5080"),
            "diversion@example.org"));
    }
}
