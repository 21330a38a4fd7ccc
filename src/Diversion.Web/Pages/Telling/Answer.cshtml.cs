using System.Globalization;
using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Telling;

/// <summary>Records what the person says to a proposed breach or against a warning, or that they do not wish to answer.</summary>
public sealed class AnswerModel : ActionPage
{
    public const int LongestText = 4000;

    public static readonly IReadOnlyList<Choice> Ways =
        [.. WayChoices.Said, new(nameof(AnsweredHow.ThroughSomebody), "Through somebody", "Say below who passed it on.")];

    public static readonly IReadOnlyList<Choice> Kinds =
    [
        new(Yes, "Yes, and I write it down below"),
        new(No, "No, they do not wish to answer"),
    ];

    private const string Yes = "yes";
    private const string No = "no";

    [BindProperty]
    public string? Answers { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? Through { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? AnsweredAt { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => CommandCatalogue.NameOf<TellingCommand.RecordAnswer>();

    public override string Button => Old is not null ? "Correct it" : IsContest ? "Record what the person says" : "Record the answer";

    /// <summary>It is about a warning.</summary>
    public bool IsContest => PersonNews.Read(Condition ?? "") is { Kind: NewsKind.Warning };

    /// <summary>The answers so far, without those that were corrected.</summary>
    public IReadOnlyList<PersonAnswer> Standing => [.. (Agreement.Answers ?? []).Where(answer => answer.News == Condition && !answer.Superseded)];

    /// <summary>The one that is corrected; null when another is recorded.</summary>
    public PersonAnswer? Old => Standing.FirstOrDefault(answer => answer.Number == Number);

    private int? Number => int.TryParse(Item, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        [(null, new TellingCommand.RecordAnswer(Condition ?? "", AnsweredHow.InPerson, Now, "An example of an answer.", Corrects: Number))];

    public Task<IActionResult> OnPostAsync()
    {
        var declines = !IsContest && !Read.YesNo(nameof(Answers), Answers, "whether the person answers");
        var how = Read.Choice<AnsweredHow>(nameof(How), How, "how they said it");
        var day = Read.PastDate(nameof(Day), Day, "the day", Today);
        var time = Read.Time(nameof(AnsweredAt), AnsweredAt, "the time");
        var through = Read.OptionalText(nameof(Through), Through, "who passed it on");
        var said = Read.OptionalText(nameof(Said), Said, "what the person says", LongestText);
        var reason = Read.OptionalText(nameof(Reason), Reason, "the reason", LongestText);
        var at = ReadMoment(nameof(AnsweredAt), day, time);
        return Run(
            () => new TellingCommand.RecordAnswer(Condition ?? "", how, at, said, declines, through, Number) { Reason = reason },
            IsContest ? "What the person says against the warning was recorded." : "The answer was recorded.",
            code => FieldOf(code, how));
    }

    protected override void Begin()
    {
        Day = TypedDate.Of(Today);
        if (Old is { } old)
        {
            (Answers, How, Through, Said) = (old.Declines ? No : Yes, $"{old.How}", old.Through, old.Said);
            (Day, AnsweredAt) = Typed(old.AnsweredAt);
        }
    }

    private string? FieldOf(string code, AnsweredHow how) => code switch
    {
        RefusalCode.DateInFuture or RefusalCode.ToldBeforeNews => nameof(AnsweredAt),
        RefusalCode.ReasonMissing => nameof(Reason),
        RefusalCode.TextMissing => how == AnsweredHow.ThroughSomebody && string.IsNullOrWhiteSpace(Through) ? nameof(Through) : nameof(Said),
        _ => null,
    };
}
