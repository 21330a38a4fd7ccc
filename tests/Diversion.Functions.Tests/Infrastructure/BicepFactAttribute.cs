namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>A test that needs the Bicep compiler; reported as skipped if there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = Bicep.Missing;
}
