using Diversion.Web.Portal;

namespace Diversion.Web.Pages.Agreements;

/// <summary>What was agreed and how each condition stands; warnings, health check and follow-up; the offence and the basis of the case.</summary>
public sealed class ConditionsModel : AgreementPage
{
    public override AgreementPart? Part => AgreementPart.Conditions;
}
