using Diversion.Casework.Access;
using Diversion.Casework.Register;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Register;

/// <summary>
/// The register filtered by the parameters in the address, which contain nothing about a referred person. An unknown choice
/// has no effect.
/// </summary>
public abstract class RegisterPage : PortalPage
{
    public const string Waiting = "waiting";

    private const string FirstDay = "the first day";

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary><see cref="Waiting"/> for the cases whose outcome the police still have to record.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Risk { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Offence { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Scheme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Worker { get; set; }

    [BindProperty(SupportsGet = true)]
    public TypedDate From { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public TypedDate To { get; set; } = new();

    /// <summary>Null when the reader has no register.</summary>
    public AccessPolicy.RegisterVisibility? RecordVisibility => AccessPolicy.Register(By);

    /// <summary>Another page about the same cases.</summary>
    public string SameCases(string path) => path + Request.QueryString;

    /// <summary>Adds an error when a date cannot be read.</summary>
    protected RegisterFilter ReadFilter()
    {
        var from = Read.OptionalDate(nameof(From), From, FirstDay);
        var to = Read.OptionalDate(nameof(To), To, "the last day");
        if (to < from)
        {
            Read.Fault(nameof(To), FaultWording.DateTooEarly("the last day", FirstDay));
        }

        return new RegisterFilter(
            OneOf<AgreementStatus>(Status),
            RecordVisibility is { TellsWhose: true } ? Service<TeamNames>().IdOf(Given(Team)) : null,
            RecordVisibility is { TellsWhose: true } ? Given(Worker) : null,
            Given(Scheme),
            OneOf<RiskBand>(Risk),
            Given(Offence),
            from,
            to,
            Outcome == Waiting);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T? OneOf<T>(string? name) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => value.ToString() == name).Select(value => (T?)value).FirstOrDefault();
}
