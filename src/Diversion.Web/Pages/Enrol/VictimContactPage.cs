using Diversion.Domain.Agreements;
using Diversion.Domain.Telling;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A contact with the victim, or on their behalf: how, when, by whom, what was said.</summary>
public abstract class VictimContactPage : VictimPage
{
    public const int LongestSaid = 4_000;

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string? ByWhom { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    protected (ToldHow How, LocalDate On, string ByWhom, string? Said) ReadContact() => (
        Read.Choice<ToldHow>(nameof(How), How, "how it was done"),
        Read.PastDate(nameof(On), On, "the date", Today),
        Read.Text(nameof(ByWhom), ByWhom, "who did it"),
        Read.OptionalText(nameof(Said), Said, "what was said", LongestSaid));

    /// <summary>Most contacts are recorded on the day, by the person who made them.</summary>
    protected override void Begin()
    {
        On = TypedDate.Of(Service<When>().Today);
        ByWhom = By.Name;
    }

    protected static string? FieldOf(string code) =>
        code is RefusalCode.DateInFuture or RefusalCode.DateTooOld ? nameof(On) : null;
}
