using Diversion.Casework.Messages;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Telling;

/// <summary>Records how and when the person was told about a warning, a change, a breach or the ending.</summary>
public sealed class IndexModel(PersonMailQuery mails) : ActionPage
{
    public const int LongestText = 2000;

    public static readonly IReadOnlyList<Choice> Ways =
    [
        .. WayChoices.Told.Select(static way => way.Value switch
        {
            nameof(ToldHow.Letter) => way with { Hint = "A letter counts as received on the second working day after it was posted. If you handed it over, choose In person." },
            nameof(ToldHow.Email) => way with { Hint = "An email that Diversion sent by itself is not enough: choose this when you wrote to the person or they answered." },
            _ => way,
        }),
    ];

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? ToldAt { get; set; }

    [BindProperty]
    public string? ToldBy { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public List<string> Also { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public override string Command => CommandCatalogue.NameOf<TellingCommand.TellPerson>();

    public override string Button => Told is null ? "Record that the person was told" : "Correct it";

    public Told? Told => News?.Told;

    public bool IsToBeTold => News is not null;

    /// <summary>Null when no email was made.</summary>
    public PersonMail? Mail { get; private set; }

    public Instant? Due => Agreement.Obligations.FirstOrDefault(open => open.Id == $"{Tracks.Person}/{Condition}")?.Due;

    /// <summary>Other news that the person has not been told.</summary>
    public IReadOnlyList<Choice> Others =>
    [
        .. (Agreement.News ?? [])
            .Where(news => news is { Told: null, Void: false } && news.Id != Condition)
            .Select(news => new Choice(news.Id, Labels.Sentence(NewsWords.Of(news)))),
    ];

    /// <summary>A letter counts later than all other ways: so does whatever the telling brings.</summary>
    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
    [
        ("In person, by telephone, by email or by text message", new TellingCommand.TellPerson(Condition ?? "", ToldHow.InPerson, Now)),
        ("By letter", new TellingCommand.TellPerson(Condition ?? "", ToldHow.Letter, Now)),
    ];

    /// <summary>Otherwise a letter is the usual way.</summary>
    public bool CanBeEmailed() => Agreement.Person?.CanBeEmailed() != false && Agreement.FailingContacts?.Contains(Domain.Referral.ContactField.Email) != true;

    private PersonNews? News => Agreement.News?.FirstOrDefault(news => news.Id == Condition);

    public Task<IActionResult> OnPostAsync()
    {
        var how = Read.Choice<ToldHow>(nameof(How), How, "how you told them");
        var day = Read.PastDate(nameof(Day), Day, "the day", Today);
        var time = Read.Time(nameof(ToldAt), ToldAt, "the time");
        var by = Read.Text(nameof(ToldBy), ToldBy, "who told them");
        var said = Read.OptionalText(nameof(Said), Said, "what was said", LongestText);
        var reason = Read.OptionalText(nameof(Reason), Reason, "the reason", LongestText);
        var at = ReadMoment(nameof(ToldAt), day, time);
        return Run(
            () => new TellingCommand.TellPerson(Condition ?? "", how, at, by, said, [.. Also]) { Reason = reason },
            "It is recorded that the person was told.",
            FieldOf);
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        if (await base.Prepare() is { } other)
        {
            return other;
        }

        Mail = (await mails.Of(Reference, By, Cancellation)).GetValueOrDefault(Condition ?? "");
        return null;
    }

    protected override void Begin()
    {
        (ToldBy, Day, How) = (By.Name, TypedDate.Of(Today), CanBeEmailed() ? null : nameof(ToldHow.Letter));
        if (Told is { } told)
        {
            (How, ToldBy, Said) = ($"{told.How}", told.By, told.Said);
            (Day, ToldAt) = Typed(told.At);
        }
    }

    private static string? FieldOf(string code) => code switch
    {
        RefusalCode.DateInFuture or RefusalCode.ToldBeforeNews => nameof(ToldAt),
        RefusalCode.ReasonMissing => nameof(Reason),
        _ => null,
    };
}
