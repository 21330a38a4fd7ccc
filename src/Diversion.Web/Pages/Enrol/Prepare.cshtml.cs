using Diversion.Casework.Eligibility;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Enrol;

/// <summary>
/// Everything that a sergeant's decision waits for, on one page. What is known is saved, all of it or, when something is
/// refused, none; the rest stays open. Each part has a page of its own too, to complete or correct it.
/// </summary>
public sealed class PrepareModel(ReferralChoicesQuery choices) : EnrolmentPage
{
    private const string FactsAt = $"{nameof(Facts)}.";
    private const string RiskAt = $"{nameof(Risk)}.";
    private const string VictimAt = $"{nameof(Victim)}.";

    [BindProperty]
    public string? Safeguarding { get; set; }

    [BindProperty]
    public string? SafeguardingNote { get; set; }

    [BindProperty]
    public string? DomesticAbuse { get; set; }

    [BindProperty]
    public string? DomesticAbuseNote { get; set; }

    [BindProperty]
    public FactsForm Facts { get; set; } = new();

    [BindProperty]
    public RiskForm Risk { get; set; } = new();

    [BindProperty]
    public FirstVictimForm Victim { get; set; } = new();

    [BindProperty]
    public List<string> Needs { get; set; } = [];

    [BindProperty]
    public string? Goals { get; set; }

    public bool AsksProsecutor => FactsForm.AsksProsecutor(Agreement.Referral!, choices.Of(Now));

    public bool AsksSafeguarding => Agreement.Referral!.SafeguardingConcern is null;

    public bool AsksDomesticAbuse => Agreement.Referral!.DomesticAbuseConcern is null;

    /// <summary>Nobody said yet whether there is a victim.</summary>
    public bool AsksVictim => Agreement.HasVictim is null;

    public bool HasNotes => !string.IsNullOrEmpty(SafeguardingNote) || !string.IsNullOrEmpty(DomesticAbuseNote);

    public async Task<IActionResult> OnPostAsync()
    {
        var commands = Commands();
        if (ModelState.IsValid && commands.Count == 0)
        {
            Read.Fault("", "Answer at least one question");
        }

        return await Run(
            () => Execute(new AgreementId(Reference), commands),
            Open is { Count: > 0 } open ? $"Answers saved. You did not answer: {string.Join(", ", open)}." : "Answers saved.",
            Tasks,
            FieldOf);
    }

    protected override ValueTask<IActionResult?> Prepare() => Opens<ReferralCommand.RecordFacts>();

    protected override void Begin()
    {
        Facts = FactsForm.Of(Agreement.Referral!.Facts, choices.Of(Now));
        Risk = RiskForm.Of(Agreement.Referral.Risk);
        Needs = [.. (Agreement.Needs ?? []).Select(need => $"{need}")];
        Goals = string.Join('\n', Agreement.Goals ?? []);
        Victim.On = TypedDate.Of(Today);
        Victim.ByWhom = By.Name;
    }

    /// <summary>One for each part that was answered, in the order in which they build on each other.</summary>
    private List<AgreementCommand> Commands()
    {
        var commands = new List<AgreementCommand>();
        AddCheck(commands, CheckKind.Safeguarding, Safeguarding, nameof(SafeguardingNote), SafeguardingNote);
        AddCheck(commands, CheckKind.DomesticAbuse, DomesticAbuse, nameof(DomesticAbuseNote), DomesticAbuseNote);
        var facts = Facts.Read(Read, FactsAt);

        // The usual route is chosen beforehand: on its own it is no answer.
        if (facts with { Route = null } != EligibilityFacts.None)
        {
            commands.Add(new ReferralCommand.RecordFacts(facts));
        }

        if (Risk.IsTyped)
        {
            commands.Add(Risk.Read(Read, RiskAt));
        }

        commands.AddRange(Victim.Read(Read, VictimAt, Today));
        if (Needs.Count > 0)
        {
            commands.Add(RecordNeedsModel.ReadNeeds(Read, nameof(Needs), Needs));
        }

        if (!string.IsNullOrWhiteSpace(Goals))
        {
            commands.Add(RecordGoalsModel.ReadGoals(Read, nameof(Goals), Goals));
        }

        return commands;
    }

    private void AddCheck(List<AgreementCommand> commands, CheckKind check, string? concern, string noteField, string? note)
    {
        var written = Read.OptionalText(noteField, note, "the note", 2_000);
        if (concern is "yes" or "no")
        {
            commands.Add(new ReferralCommand.RecordCheck(check, concern == "yes", written));
        }
        else if (written is not null)
        {
            Read.Fault($"{check}", FaultWording.Choose("whether there is a concern"));
        }
    }

    /// <summary>What of the form is still open, in words.</summary>
    private IReadOnlyList<string> Open =>
    [
        .. FactsForm.Open(Facts.Read(new FormReading(new()), FactsAt)),
        .. string.IsNullOrEmpty(Risk.JudgedBand) ? ["risk"] : Array.Empty<string>(),
    ];

    private static string? FieldOf(string code) => code switch
    {
        RefusalCode.ValueOutOfRange => nameof(Goals),
        _ => FactsForm.FieldOf(code, FactsAt) ?? FirstVictimForm.FieldOf(code, VictimAt),
    };
}
