using Diversion.Casework;
using Diversion.Casework.Programmes;
using Diversion.Domain.Agreements;
using Diversion.Simulation.People;

namespace Diversion.Simulation.Demo;

/// <summary>
/// The staff of the demo programme: made-up people with fixed references, so that the sign-in page and tokens can name
/// them. None of them is real.
/// </summary>
public static class DemoStaff
{
    public const string ProbationNorth = "Probation North";
    public const string ProbationSouth = "Probation South";
    public const string PoliceNorth = "Police North";
    public const string PoliceSouth = "Police South";

    public static readonly Actor FirstLead = new("demo-lead-1", "Harriet Ashdown", Role.ProgrammeLead);
    public static readonly Actor SecondLead = new("demo-lead-2", "Samuel Okoro", Role.ProgrammeLead);

    public static readonly Actor NorthManager = new("demo-tm-1", "Ruth Calder", Role.TeamManager, ProbationNorth);
    public static readonly Actor SouthManager = new("demo-tm-2", "Imran Shah", Role.TeamManager, ProbationSouth);

    public static readonly Actor Analyst = new("demo-an-1", "Elin Vaughan", Role.Analyst);

    /// <summary>The members of the scrutiny panel: from outside police and probation.</summary>
    public static IReadOnlyList<Actor> Panel { get; } =
    [
        new("demo-pm-1", "Una Ferris", Role.PanelMember),
        new("demo-pm-2", "Devan Pillai", Role.PanelMember),
        new("demo-pm-3", "Tilda Kerr", Role.PanelMember),
    ];

    public static readonly Actor Sergeant = new("demo-sgt-1", "Fiona Marsh", Role.Sergeant, PoliceNorth);

    public static IReadOnlyList<Actor> KeyWorkers { get; } =
    [
        new("demo-kw-1", "Priya Nair", Role.KeyWorker, ProbationNorth),
        new("demo-kw-2", "Tom Bellamy", Role.KeyWorker, ProbationNorth),
        new("demo-kw-3", "Grace Adeyemi", Role.KeyWorker, ProbationSouth),
        new("demo-kw-4", "Daniel Rowe", Role.KeyWorker, ProbationSouth),
    ];

    public static IReadOnlyList<Actor> Officers { get; } =
    [
        new("demo-po-1", "Alice Thornley", Role.PoliceOfficer, PoliceNorth),
        new("demo-po-2", "Ben Whitaker", Role.PoliceOfficer, PoliceNorth),
        new("demo-po-3", "Chloe Dunn", Role.PoliceOfficer, PoliceSouth),
        new("demo-po-4", "Yusuf Karim", Role.PoliceOfficer, PoliceSouth),
    ];

    public static IReadOnlyList<Actor> Facilitators { get; } =
    [
        new("demo-rj-1", "Megan Price", Role.Facilitator),
        new("demo-rj-2", "Owen Hart", Role.Facilitator),
    ];

    public static IReadOnlyList<Actor> Providers { get; } =
    [
        new("demo-pr-1", "Lena Fox", Role.Provider, null, "Wearside Works"),
        new("demo-pr-2", "Marcus Bell", Role.Provider, null, "Clear Start Recovery"),
        new("demo-pr-3", "Nadia Khan", Role.Provider, null, "Home and Hearth"),
        new("demo-pr-4", "Peter Lyle", Role.Provider, null, "Think Again"),
    ];

    /// <summary>Does the health checks of the demo.</summary>
    public static Actor Nurse => Providers[2];

    /// <summary>A volunteer of a charity: no pathway is referred there.</summary>
    public static readonly Actor Mentor = new("demo-me-1", "Karl Reeve", Role.Provider, null, "Second Start");

    /// <summary>Looks after the sessions at reparation projects.</summary>
    public static readonly Actor Supervisor = new("demo-sv-1", "Jo Lindqvist", Role.Supervisor, null, "Wearside Works");

    public static ProgrammeStaff Staff { get; } = new(
        [FirstLead, SecondLead],
        new Dictionary<string, Actor>(StringComparer.Ordinal)
        {
            [ProbationNorth] = NorthManager,
            [ProbationSouth] = SouthManager,
            [PoliceNorth] = Sergeant,
            [PoliceSouth] = Sergeant,
        },
        KeyWorkers,
        Officers,
        [Sergeant],
        Facilitators,
        Providers)
    {
        Mentors = [Mentor],
        Supervisors = [Supervisor],
    };

    /// <summary>Everybody who can sign in.</summary>
    public static IReadOnlyList<Actor> All { get; } =
        [FirstLead, SecondLead, .. KeyWorkers, NorthManager, SouthManager, .. Officers, Sergeant, .. Facilitators, .. Providers, Mentor, Supervisor, Analyst, .. Panel];

    public static Programme Programme(Uri publicUrl) => Staff.Programme("Demo programme", "checkpoint", publicUrl);
}
