using Diversion.Domain.Agreements;
using Diversion.Domain.Term;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Decisions;

/// <summary>A decision that changes what the person agreed to: it needs their agreement and a reason.</summary>
public abstract class ChangePage : ActionPage
{
    public const int LongestReason = 4_000;

    /// <summary>The only box in a list of boxes.</summary>
    public const string Ticked = "yes";

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public TypedDate AgreedOn { get; set; } = new();

    [BindProperty]
    public string? AgreedHow { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public static IReadOnlyList<Choice> AgreementChoice { get; } = [new(Ticked, "The person agreed to this")];

    public static IReadOnlyList<Choice> AgreedWays { get; } =
    [
        new($"{Domain.Term.AgreedHow.Signed}", "They signed the new version"),
        new($"{Domain.Term.AgreedHow.InPerson}", "In person"),
        new($"{Domain.Term.AgreedHow.Telephone}", "By telephone"),
        new($"{Domain.Term.AgreedHow.VideoCall}", "By video call"),
        new($"{Domain.Term.AgreedHow.Writing}", "In writing", "By letter, email or text."),
    ];

    /// <summary>Most decisions are recorded on the day on which the person agreed.</summary>
    protected override void Begin() => AgreedOn = TypedDate.Of(Today);

    /// <summary>A missing answer is reported together with all other errors.</summary>
    protected (LocalDate On, AgreedHow How) ReadAgreement()
    {
        if (Agreed != Ticked)
        {
            Read.Fault(nameof(Agreed), FaultWording.PersonMustAgree);
        }

        return (
            Read.Date(nameof(AgreedOn), AgreedOn, "the day on which the person agreed"),
            Read.Choice<AgreedHow>(nameof(AgreedHow), AgreedHow, "how the person agreed"));
    }

    protected string ReadReason() => Read.Text(nameof(Reason), Reason, "the reasons for your decision", LongestReason);

    protected static string? AgreementFieldOf(string code) => code switch
    {
        RefusalCode.ParticipantMustAgree => nameof(Agreed),
        RefusalCode.DateInFuture or RefusalCode.DateTooOld => nameof(AgreedOn),
        RefusalCode.ReasonMissing => nameof(Reason),
        _ => null,
    };
}
