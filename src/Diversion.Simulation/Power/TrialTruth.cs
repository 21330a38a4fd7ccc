using Diversion.Evaluation.Money;
using Diversion.Simulation.People;
using Diversion.Simulation.Planning;

namespace Diversion.Simulation.Power;

/// <summary>What is true in simulated trials, by the formulas of the model: what each trial tries to find.</summary>
/// <param name="Programme">Share with a proven reoffence of everybody allocated to the programme, who did not sign included.</param>
/// <param name="Control">The same of usual processing.</param>
/// <param name="Net">
/// Pounds a person allocated to the programme: the agreement, less charge and court that it avoids, less what fewer
/// reoffences cost. Below 0, the programme saves money.
/// </param>
public sealed record TrialTruth(double Programme, double Control, double Net)
{
    /// <summary>Programme minus control, from −1 to 1: below 0, fewer of the programme offend again.</summary>
    public double Difference => Programme - Control;

    /// <summary>Of an order whose behaviour says how many keep an agreement.</summary>
    public static TrialTruth Of(TrialOrder order, CostSheet costs)
    {
        var (model, rule) = (new ReoffendingModel(order.Figures), order.Rule);
        var (treated, usual) = (model.Expected(true, rule.Months, rule.WaitingMonths), model.Expected(false, rule.Months, rule.WaitingMonths));
        var pounds = costs.Costs.ToDictionary(one => one.Cost.Id, one => (double)one.Pounds, StringComparer.Ordinal);
        var crime = OffenceKinds.All.Average(kind => pounds.GetValueOrDefault($"{ReoffendingCost.Prefix}{kind.Group}"));
        var agreement = TrialPeople.Used(order.Behaviour).Sum(used => (double)used.Amount * pounds.GetValueOrDefault(used.Unit));
        var avoided = TrialPeople.Avoided.Sum(spared => (double)spared.Amount * pounds.GetValueOrDefault(spared.Unit));
        return new(
            (order.Signing * treated.Share) + ((1 - order.Signing) * usual.Share),
            usual.Share,
            order.Signing * (agreement - (order.Behaviour[TrialPeople.Completion] * avoided) + (crime * (treated.Mean - usual.Mean))));
    }
}
