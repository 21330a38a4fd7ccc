using System.Globalization;
using Diversion.Domain.Agreements;

namespace Diversion.Domain.Conditions.Compensation;

public sealed record CompensationCondition(string Id, int Victim, int Pence, int EveryWeeks, ImmutableArray<Instalment> Instalments) : Condition(Id)
{
    public override ConditionKind Kind => ConditionKind.Compensation;

    public override int? ForVictim => Victim;

    /// <summary>The victim said after the signing that they do not want it.</summary>
    public bool Unwanted { get; init; }

    /// <summary>Nothing is asked of the person any more.</summary>
    internal override bool StopsWhenBlocked => true;

    /// <summary>In the order in which they were recorded, without those that were taken back.</summary>
    public ImmutableArray<Payment> Payments { get; init; } = [];

    public int PaidPence => Payments.Sum(payment => payment.Pence);

    public int OwedPence => Pence - PaidPence;

    /// <summary>The instalments that the payments so far do not cover, oldest first. One that is paid in part is among them.</summary>
    public IEnumerable<Instalment> Open
    {
        get
        {
            var due = 0;
            foreach (var instalment in Instalments)
            {
                due += instalment.Pence;
                if (due > PaidPence)
                {
                    yield return instalment;
                }
            }
        }
    }

    internal static string ObligationId(string id, int number) => $"{id}/payment/{number.ToString(CultureInfo.InvariantCulture)}";
}

/// <param name="Number">Counted from 1.</param>
public sealed record Instalment(int Number, int Pence, Deadline By);

/// <param name="Receipt">What shows it.</param>
public sealed record Payment(string Id, int Pence, LocalDate On, string Receipt);
