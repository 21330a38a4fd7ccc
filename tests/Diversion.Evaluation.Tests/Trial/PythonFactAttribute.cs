namespace Diversion.Evaluation.Tests.Trial;

/// <summary>A test that needs Python 3; it is reported as skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        if (IndependentLines.Python is null)
        {
            Skip = "There is no python3 on the path.";
        }
    }
}
