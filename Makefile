# The doors of the house; README.md says what each is for. On a PC without make: the PowerShell lines there.

PYTHON ?= python3
PORT   ?= 8501

VENV   := .venv
PY     := $(VENV)/bin/python
RUN    := $(VENV)/.run-ready
DEV    := $(VENV)/.dev-ready
SPARK  := .venv-spark
WITNESS := .venv-witness
SYSTEM := chromium fonts-noto-cjk libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils

.PHONY: help run test test-spark test-witnesses coverage check lint layout types bench attack lock release system clean

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

run: $(RUN)  ## 启动：装好环境，把台账入库，打开看板（PORT=8501）
	@$(PY) -m etl load || case $$? in 1|3) ;; *) exit 1;; esac  # 1, 3: nothing, or not all, could be loaded; the app shows why
	@echo "看板地址：http://127.0.0.1:$(PORT)（按 Ctrl+C 停止）"
	@$(PY) -m streamlit run app.py --server.port $(PORT)

test: $(DEV) system  ## 全部测试，用上每个处理器（ARGS=tests/docs 只跑一部分）
	$(PY) -m pytest --numprocesses logical --maxprocesses 8 $(ARGS)

test-spark: java $(SPARK)/.ready  ## 装好 Java 和 PySpark，由两个执行进程的 Spark 统计全部指标，与 DuckDB 核对
	$(SPARK)/bin/python -m pytest -p no:cacheprovider tests/cluster

test-witnesses: $(WITNESS)/.ready  ## 另装 DataFusion 和 ClickHouse，由它们统计全部指标，与 DuckDB 核对
	$(WITNESS)/bin/python -m pytest -p no:cacheprovider tests/cluster

coverage:  ## 全部测试，并列出没有任何测试运行到的行
	@$(MAKE) --no-print-directory test ARGS="--cov $(ARGS)"

check:  ## 代码风格、排版、引用关系、类型，一次报全
	@$(MAKE) --no-print-directory --keep-going lint layout types

lint: $(DEV)
	$(PY) -m ruff check .
	$(VENV)/bin/lint-imports

layout: $(DEV)
	$(PY) -m ruff format --check .

types: $(DEV)
	$(PY) -m mypy

bench: $(DEV)  ## 速度测量：同一次运行里的倍数
	$(PY) -m bench

attack: $(DEV)  ## 各种攻击反复试：试了几次，经受住几次（ARGS="kill --seed 2 --times 3"）
	$(PY) -m tests.attack $(ARGS)

lock: $(DEV)  ## 重新锁定依赖版本（UPGRADE=1 升到最新）
	@for set in requirements requirements-sail requirements-spark requirements-witness requirements-dev; do \
	    $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	        --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) -o $$set.txt $$set.in || exit 1; \
	done

release: check  ## 发布前核对：版本、更新日志、工作区，给出要打的标签
	@version=$$($(PY) -c 'import tomllib; print(tomllib.load(open("pyproject.toml", "rb"))["project"]["version"])'); \
	grep -q "^## $$version — 20" CHANGELOG.md || { echo "CHANGELOG.md 里没有 $$version 这一版"; exit 1; }; \
	test -z "$$(git status --porcelain)" || { echo "工作区有未提交的修改"; exit 1; }; \
	! git rev-parse -q --verify "v$$version" >/dev/null || { echo "标签 v$$version 已经有了，请先提高版本号"; exit 1; }; \
	echo "git tag -a v$$version -m 'Community Outcomes $$version'"

clean:  ## 删除环境和测试产物；台账和数据批次不动
	rm -rf $(VENV) $(SPARK) $(WITNESS) test-output .pytest_cache .ruff_cache .mypy_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One environment, made anew or brought up to date whenever a requirements file changes.
$(RUN): requirements.txt
	@$(call install,requirements.txt)
	@touch $@

$(DEV): requirements-dev.txt requirements.txt
	@$(call install,requirements-dev.txt)
	@touch $@ $(RUN)

# Environments of their own: PySpark and the client of Sail hold the same package, and witnesses are large. Versions are those of the tests.
$(SPARK)/.ready: requirements-spark.txt requirements-dev.txt
	@$(call install_engines,$(SPARK),requirements-spark.txt)

$(WITNESS)/.ready: requirements-witness.txt requirements-dev.txt
	@$(call install_engines,$(WITNESS),requirements-witness.txt)

define install_engines
test -x $(1)/bin/python || $(PYTHON) -m venv $(1) || exit 1; \
echo "正在准备计算引擎的环境（$(1)，约 1 GB）……"; \
$(1)/bin/python -m pip install --quiet --disable-pip-version-check -r $(2) -c requirements-dev.txt pytest pytest-timeout pytest-xdist hypothesis openpyxl xlwt && \
touch $(1)/.ready
endef

.PHONY: java
java:
	@command -v java >/dev/null || { \
	    [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "缺少 Java 17。安装：sudo apt-get install openjdk-17-jre-headless"; exit 1; }; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless procps; }

define install
$(PY) -m pip --version >/dev/null 2>&1 || { \
    $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
        echo "需要 Python 3.11 或更高版本，$(PYTHON) 不是：$$($(PYTHON) --version 2>&1)。装好后写明用哪一个，例如 make run PYTHON=python3.12"; \
        exit 1; }; \
    $(PYTHON) -m venv $(VENV) || exit 1; }; \
echo "正在准备环境（$(1)）。第一次约需一两分钟，网络慢时更久……"; \
$(PY) -m pip install --quiet --disable-pip-version-check -r $(1)
endef

# What the tests of screens and documents look at: a browser, Chinese fonts, Word and Excel rendered. Without it those tests skip,
# unless REQUIRE_BROWSER=1 asks for them.
system:
	@missing=$$(command -v dpkg >/dev/null || exit 0; for package in $(SYSTEM); do dpkg -s $$package >/dev/null 2>&1 || echo $$package; done); \
	if [ -n "$$missing" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	elif [ -n "$$missing" ]; then \
	    echo "缺少系统软件，相应的测试会跳过。安装：sudo apt-get install "$$missing; \
	fi
