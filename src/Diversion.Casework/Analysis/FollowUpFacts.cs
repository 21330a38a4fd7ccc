using Diversion.Domain.Agreements;
using Diversion.Evaluation.Rows;

namespace Diversion.Casework.Analysis;

/// <summary>What is known of a person's offending afterwards: the one place where follow-up comes into evaluation.</summary>
internal static class FollowUpFacts
{
    /// <summary>A case whose records were never searched: <em>not yet known</em>, never <em>none</em>.</summary>
    public static FollowUp Of(AgreementState state) => new();
}
