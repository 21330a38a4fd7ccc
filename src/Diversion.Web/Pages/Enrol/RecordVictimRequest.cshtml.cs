using Diversion.Casework.Programmes;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>The victim asks for a review of a decision, or complains.</summary>
public sealed class RecordVictimRequestModel : VictimPage
{
    public const int LongestAbout = 4_000;

    /// <summary>The rank of an example.</summary>
    private string? lowest;

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? Decider { get; set; }

    [BindProperty]
    public TypedDate On { get; set; } = new();

    public IReadOnlyList<Choice> Kinds { get; private set; } = Of(granted: false);

    public Task<IActionResult> OnPostAsync()
    {
        var kind = Read.Choice<VictimRequestKind>(nameof(Kind), Kind, "what they ask for");
        var about = Read.Text(nameof(About), About, "what they ask or complain of", LongestAbout);
        var decider = Read.Text(nameof(Decider), Decider, "whose decision or conduct it is about");
        var on = Read.PastDate(nameof(On), On, "the date", Today);
        return Run(
            () => new VictimCommand.RecordVictimRequest(kind, about, decider, on) { Victim = Number },
            "The request of the victim was saved.",
            fieldOf: FieldOf);
    }

    /// <summary>Both kinds have the same deadlines.</summary>
    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        [(null, new VictimCommand.RecordVictimRequest(VictimRequestKind.Complaint, Example, $"{lowest} Example") { Victim = Number })];

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await Service<Records>().Find(new AgreementId(Reference), Cancellation) is { } state)
        {
            var reviews = Service<Rulebook>().SchemeOf(state).Victim.Reviews;
            (lowest, Kinds) = (reviews.Ranks.FirstOrDefault()?.Title, Of(reviews.Granted));
        }

        return await OpensFor<VictimCommand.RecordVictimRequest>();
    }

    protected override void Begin() => On = TypedDate.Of(Service<When>().Today);

    private static Choice[] Of(bool granted) =>
    [
        new(
            nameof(VictimRequestKind.Review),
            "A review",
            granted ? "The victim does not agree with a decision and asks for another look at it." : "This force does not grant victims a review of its decisions.",
            Disabled: !granted),
        new(nameof(VictimRequestKind.Complaint), "A complaint", "About how they were treated, or what they were not told."),
    ];

    private static string? FieldOf(string code) => code switch
    {
        RefusalCode.RankUnknown or RefusalCode.ReviewerTooLow => nameof(Decider),
        RefusalCode.ReviewNotGranted => nameof(Kind),
        RefusalCode.DateInFuture or RefusalCode.DateTooOld => nameof(On),
        _ => null,
    };
}
