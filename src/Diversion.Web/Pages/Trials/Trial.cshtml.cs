using System.Text;
using Diversion.Casework.Trials;

namespace Diversion.Web.Pages.Trials;

/// <summary>One trial: its seal, how the allocation goes, and its protocol.</summary>
public sealed class TrialModel(TrialsQuery query, TrialService trials) : TrialPage(query, trials)
{
    protected override bool IsForLeads => false;

    /// <summary>The command line of the independent check, for the saved file.</summary>
    public string CheckCommand => new StringBuilder("python3 docs/verify-allocations.py ")
        .Append(Trial.Seed).Append(' ').Append(Trial.Seal).Append(' ').Append(Trial.Trial).Append(' ')
        .AppendJoin(',', Trial.Protocol.Arms.Select(arm => $"{arm.Code}:{arm.Ratio}")).Append(' ')
        .AppendJoin(',', Trial.Protocol.BlockSizes)
        .Append(" < ").Append(Trial.Trial).Append("-allocations.csv").ToString();
}
